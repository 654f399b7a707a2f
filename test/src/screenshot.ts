/**
 * Takes a picture of a page of a running portal:
 *
 *   yarn screenshot PATH [--theme light|dark] [--width PX] [--height PX]
 *                   [--url URL] [--wait TEXT] [--output FILE]
 *
 * for example `yarn screenshot /incident-learning --theme dark --width 375`.
 * Prints the errors that the page reported.
 */
import { parseArgs } from 'node:util';
import { openBrowser } from './browser';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string', default: 'http://localhost:3000' },
      theme: { type: 'string', default: 'light' },
      width: { type: 'string', default: '1280' },
      height: { type: 'string', default: '900' },
      wait: { type: 'string' },
      output: { type: 'string', default: 'test-results/screenshot.png' },
    },
  });
  const browser = await openBrowser();
  const visit = await browser.visit(
    { url: values.url },
    positionals[0] ?? '/',
    {
      theme: values.theme === 'dark' ? 'dark' : 'light',
      width: Number(values.width),
      height: Number(values.height),
    },
  );
  await visit.page.getByRole('navigation').first().waitFor({
    state: 'attached',
  });
  if (values.wait) {
    await visit.page.getByText(values.wait).first().waitFor();
  }
  await visit.page.waitForLoadState('networkidle');
  await visit.page.screenshot({ path: values.output, fullPage: true });
  for (const error of visit.errors()) {
    console.log(error);
  }
  console.log(values.output);
  await browser.close();
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
