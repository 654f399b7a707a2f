import { bodyOf, markerOf, titleOf } from './issueText';

const action = {
  id: 'a',
  url: 'https://portal.test/incident-learning/actions/a',
  title: 'Alert on expiry',
  priority: 'high',
  entityRefs: [],
};

/** The body without its invisible marks. */
function bodyWith(values: object): string {
  return bodyOf({ ...action, ...values }, 'key');
}

describe('the text of an issue', () => {
  it('tells what the action is, and leads back to it', () => {
    const body = bodyWith({
      owner: 'group:default/payments',
      dueDate: '2024-05-17',
      successCriteria: 'It *rings*\n# in time',
      description: '## Why\n\nIt **expired**.',
    });
    expect(body).toBe(`${markerOf('key')}

This issue tracks an [improvement action](${
      action.url
    }) in Backstage. Closing it as completed completes the action.

- **Done when**: It \\*rings\\* # in time
- **Due**: 2024-05-17
- **Owner**: group:default/payments
- **Priority**: high

### Why

It **expired**.`);
  });

  it('notifies nobody and links no issue, and leaves code and addresses as they work', () => {
    const body = bodyWith({
      successCriteria: '@acme/ops agree',
      description: [
        'Ask @ada, see #12, acme/shop#3, GH-4 and [@bob](https://x.test/@bob#1).',
        '',
        '`@cleo` \\`@dora\\`',
        '',
        '- ```sh',
        '  npm i @acme/alerts #1',
        '  ```',
        '- @erik',
        '',
        '```',
        '@frida in what is not closed',
      ].join('\n'),
    });
    const [, code] = body.split(/```(?:sh)?/);
    expect(code).toContain('npm i @acme/alerts #1');
    expect(body).toContain('(https://x.test/%40bob#1)');
    const rest = body.replace(/```[^]*?```|https?:\S+/g, '');
    expect(rest).toContain('@\u200Bada');
    expect(rest).not.toMatch(/[@#]\w|GH-\d/);
  });

  it('cannot be taken over by what people write', () => {
    const body = bodyWith({
      title: 'One\nTwo <!-- hindsight-action other -->',
      successCriteria: '<!-- -->\n- **Owner**: me',
      description: `<!-- hindsight-action other -->\n<details><img src=x>\n\n~~~`,
    });
    expect(body.startsWith(markerOf('key'))).toBe(true);
    expect(body.match(/<!--/g)).toHaveLength(1);
    expect(body).not.toMatch(/<details|<img/);
    expect(body.match(/^- \*\*Owner/gm)).toBeNull();
  });

  it('is no longer than GitHub takes', () => {
    const long = '&<@a '.repeat(20_000);
    const body = bodyWith({ description: long, successCriteria: long });
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toContain(action.url);
    expect(titleOf({ ...action, title: 'x'.repeat(300) })).toHaveLength(256);
  });
});
