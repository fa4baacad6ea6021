process.parentPort.on('message', ({ data }) => {
  if (data.exit !== undefined) process.exit(data.exit);
  const [[key, value]] = [...data.numbers];
  process.parentPort.postMessage({
    type: process.type,
    sum: key + value,
    flag: process.argv.includes('--flag'),
  });
});
