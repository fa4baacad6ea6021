const names = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Programs that run whatever line they are given. */
export const SHELLS = names(
  'sh bash zsh dash ksh mksh fish csh tcsh ash nu xonsh elvish cmd powershell pwsh busybox toybox command git-bash',
);

/** Programs of the system that are no servers and that attacks are made of. */
export const SYSTEM =
  names(`curl wget nc ncat netcat socat telnet ftp tftp scp sftp ssh rsync aria2c lynx nmap tcpdump
  osascript rundll32 mshta regsvr32 regasm regsvcs installutil certutil wscript cscript bitsadmin msiexec schtasks reg
  regedit wmic at batch crontab launchctl systemctl systemd-run service sc net net1 netsh taskkill tasklist forfiles
  pcalua cmstp odbcconf presentationhost msbuild msdt hh ieexec infdefaultinstall msxsl xwizard mavinject
  syncappvpublishingserver scriptrunner control esentutl extrac32 expand makecab diskshadow dnscmd cdb csi csc vbc jsc
  winrm winrs wt appinstaller verclsid wab bginfo dllhost conhost gpscript runscripthelper
  sudo doas su runas pkexec chmod chown chgrp chattr rm rmdir del dd mkfs kill killall pkill tee xargs find awk gawk
  mawk nawk sed eval exec source open xdg-open gio start explorer calc calculator notepad whoami id cat ls cp mv ln
  touch echo printf printenv sleep yes diskutil defaults security dscl passwd chpasswd useradd usermod visudo mount
  umount insmod modprobe iptables nft sysctl script scriptreplay expect tclsh wish gdb lldb strace ltrace ptrace
  screen tmux nsenter unshare chroot proot bwrap capsh setfacl setpriv base64 base32 xxd openssl gpg git make gmake
  cmake ninja vim vi nvim view ed emacs nano man less more tar cpio zip unzip 7z parallel watch entr watchexec
  run-parts start-stop-daemon dbus-send dbus-launch busctl gsettings xterm gnome-terminal konsole kitty alacritty
  wezterm x-terminal-emulator proxychains proxychains4 torsocks torify ld.so pip easy_install pear apt apt-get dpkg yum
  dnf rpm pacman apk kextload pfctl networksetup scutil screencapture pbcopy pbpaste sqlite3 jrunscript
  gcc cc clang ld as ar nasm tcc strings mkfifo mknod write mail sendmail`);

/** What puts software on the computer, and the word by which it does. */
export const INSTALLERS: Readonly<Record<string, RegExp>> = {
  brew: /^(?:install|reinstall|upgrade|tap|bundle)$/,
  winget: /^(?:install|upgrade|configure)$/,
  choco: /^(?:install|upgrade)$/,
  scoop: /^(?:install|update)$/,
  snap: /^install$/,
  flatpak: /^install$/,
  deno: /^(?:install|i|add|upgrade|jupyter)$/,
  cargo: /^(?:install|binstall|add)$/,
  go: /^(?:install|get|generate)$/,
  nix: /^(?:profile)$/,
  'nix-env': /^/,
  composer: /^(?:global|require|install|create-project|update)$/,
  luarocks: /^install$/,
  conda: /^(?:install|create|update)$/,
  mamba: /^(?:install|create|update)$/,
  micromamba: /^(?:install|create|update)$/,
  pixi: /^(?:add|install|global)$/,
  pipenv: /^(?:install|update|sync)$/,
  poetry: /^(?:install|add|self)$/,
  pdm: /^(?:install|add|self)$/,
  opam: /^install$/,
  cabal: /^install$/,
  stack: /^install$/,
  vsce: /^/,
  code: /^(?:--install-extension)$/,
};

/** `ld-linux-x86-64.so.2 program`: the loader starts what it is given. */
export const isLoader = (name: string): boolean =>
  /^ld(?:-linux[\w-]*|-musl[\w-]*)?\.so(?:\.\d+)?$|^dyld$/.test(name);
