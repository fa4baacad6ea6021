import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { Screen } from '../app/screen.tsx';
import { AppProvider, type AppPorts } from '../store/app-context.tsx';
import { Ago } from '../ui/ago.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { CommandNote } from '../ui/command-note.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { HostileText } from '../ui/hostile-text/hostile-text.tsx';
import { JsonView } from '../ui/json-view/json-view.tsx';
import { KeyValue, KeyValueList } from '../ui/key-value.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { Popover } from '../ui/popover.tsx';
import { Select } from '../ui/select.tsx';
import { SplitPane } from '../ui/split-pane.tsx';
import { StateMark, Tag } from '../ui/state-mark.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useToast } from '../ui/toast.tsx';
import { ToastArea } from '../ui/toast.tsx';
import { Checkbox, RadioGroup, Switch } from '../ui/toggles.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';

const hostile = [
  'Plain words, 👩‍💻 🏳️‍🌈 🇩🇪 🏴󠁧󠁢󠁳󠁣󠁴󠁿 1️⃣, पत्नी क्‍ष, مرحبا, שלום',
  'invoice_\u202Efdp.exe and \u2066isolated\u2069',
  'p\u0430ypal, \u0440lain, \u03B1lpha',
  'zero\u200Bwidth, soft\u00ADhyphen, no\u00A0break, \u{E0049}\u{E0067}\u{E006E}\u{E006F}\u{E0072}\u{E0065}',
  '\u001B[31mred\u001B[0m Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A\u030B\u030C',
];
const json =
  '{"id":1152921504606846977,"scale":1e400,"tags":[],"none":{},"nested":{"deep":[1,true,null,{"x":"\u202Eabc"}]}}';

function Controls() {
  const [text, setText] = useState('files');
  const [on, setOn] = useState(true);
  const [pick, setPick] = useState<'a' | 'b'>('a');
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const choices = [
    { value: 'a', label: 'Follow the computer' },
    { value: 'b', label: 'Dark' },
  ] as const;
  return (
    <div style={{ padding: 24, display: 'grid', gap: 12 }}>
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        <Button variant="primary" onClick={() => setOpen(true)}>
          Open dialog
        </Button>
        <Button icon="plus" onClick={() => toast({ sentence: 'The server “files” was added.' })}>
          Say it
        </Button>
        <Button variant="quiet">Quiet</Button>
        <Button variant="alarm">Remove</Button>
        <Button disabled>Disabled</Button>
        <IconButton icon="refresh" label="Start again" />
        <IconButton icon="pause" label="Pause" bordered pressed />
        <Menu trigger={<IconButton icon="more" label="More" />}>
          <MenuItem icon="refresh" onSelect={() => undefined}>
            Restart
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon="trash" alarm onSelect={() => undefined}>
            Remove
          </MenuItem>
        </Menu>
        <Popover label="Filters" trigger={<Button icon="filter">Filter</Button>}>
          Anything
        </Popover>
      </div>
      <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
        <StateMark>Running</StateMark>
        <StateMark tone="hold">On hold</StateMark>
        <StateMark tone="alarm">Changed</StateMark>
        <Tag>local</Tag>
        <Tag tone="hold">new</Tag>
        <Tag tone="alarm">gives orders</Tag>
        <Ago at={Date.now() - 130_000} />
      </div>
      <TextField
        label="Name"
        hint="1 to 20 of the characters a-z, 0-9 and “-”."
        value={text}
        onChange={setText}
        error={text === '' ? 'A server needs a name.' : undefined}
      />
      <TextArea
        label="Configuration"
        mono
        rows={2}
        value={text}
        onChange={setText}
        error="This is not JSON."
      />
      <Select label="Looks" choices={choices} value={pick} onChange={setPick} />
      <Switch
        label="Start with the computer"
        hint="Your AI apps have tools only while Doorward runs."
        checked={on}
        onChange={setOn}
      />
      <Checkbox label="I have read it" checked={on} onChange={setOn} />
      <RadioGroup label="Looks" inline choices={choices} value={pick} onChange={setPick} />
      <CommandNote
        command={{
          busy: true,
          error: { code: 'x', message: 'There is already a server “files”.' },
          progress: 'Asking for its tools.',
        }}
      />
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Remove “files”?"
        actions={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button variant="primary">Remove</Button>
          </>
        }
      >
        AI apps lose its 11 tools at once. Its review is forgotten.
      </Dialog>
    </div>
  );
}

function Texts() {
  const [tab, setTab] = useState<'text' | 'json'>('text');
  return (
    <div style={{ padding: 24 }}>
      <Tabs
        label="Samples"
        value={tab}
        onChange={setTab}
        tabs={[
          {
            value: 'text',
            label: 'Text',
            content: (
              <KeyValueList>
                {hostile.map((text, index) => (
                  <KeyValue key={text} label={`Sample ${index + 1}`}>
                    <HostileText text={text} />
                  </KeyValue>
                ))}
                <KeyValue label="Cut" mono>
                  <HostileText text={'/home/ada/'.repeat(20)} max={40} end={12} />
                </KeyValue>
              </KeyValueList>
            ),
          },
          { value: 'json', label: 'JSON', content: null },
        ]}
      />
      <JsonView label="Arguments" text={{ head: json, bytes: json.length }} />
      <br />
      <JsonView label="Result" text={{ head: '{"a":[1,2,"begin', tail: 'end"]}', bytes: 1_200_000 }} />
      <br />
      <CodeBlock
        label="Command"
        text={'claude mcp add --transport http doorward http://127.0.0.1:7411/mcp'}
      />
    </div>
  );
}

/** Every component at once, to be looked at. */
export function showGallery(ports: AppPorts): void {
  const element = document.createElement('div');
  element.style.height = '100%';
  document.getElementById('root')?.replaceWith(element);
  createRoot(element).render(
    <CSPProvider disableStyleElements>
      <AppProvider ports={ports}>
        <TooltipProvider>
          <Screen title="Components" fill>
            <SplitPane start={<Controls />} end={<Texts />} initial={560} />
          </Screen>
          <ToastArea />
        </TooltipProvider>
      </AppProvider>
    </CSPProvider>,
  );
}
