import type { Report } from '../report';
import { sampleReport } from './sampleReport';

/** Fields that hold one of a few words, an id or a time, which the schema lets nobody write freely. */
const FIXED =
  /^(?:id|reviewId|.*At|at|kind|severity|status|type|role|priority|dueDate|parentId|topEvent|children|from|precision|category)$/;

/** The sample with one text in every field that people write, addresses too; past the schema. */
export function hostileReport(text: string): Report {
  const fill = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) {
      return value.map(item => fill(item, name));
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, fill(item, key)]),
      );
    }
    return typeof value === 'string' && !FIXED.test(name) ? text : value;
  };
  const filled = fill(sampleReport, '') as Report;
  return {
    ...filled,
    participants: filled.participants.map(each => ({ ...each, role: text })),
    incidents: filled.incidents.map(incident => ({
      ...incident,
      category: text,
      timeline: incident.timeline.map(event => ({ ...event, kind: text })),
    })),
    lessons: filled.lessons.map(lesson => ({ ...lesson, category: text })),
    actions: filled.actions.map(action => ({ ...action, category: text })),
  };
}

/** What attackers write, and what merely happens to be markup. */
export const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '--><svg onload=alert(1)>',
  ']]><iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:msgbox)',
  '[x](file:///etc/passwd)',
  '[x](//evil.example)',
  '<javascript:alert(1)>',
  '![x](https://evil.example/pixel.png)',
  '![x](https://evil.example/" onload="alert(1))',
  '![x" onerror="alert(1)](https://evil.example/p)',
  '[x](https://ok.example/" onclick="alert(1))',
  '[x](https://ok.example "\\" onclick=alert(1)")',
  '[a]: javascript:alert(1)\n\n[a]',
  ' javascript:alert(1)',
  '\\![x](https://evil.example/pixel.png)',
  'https://ok.example/"><script>alert(1)</script>',
  '<base href="https://evil.example">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<form action="https://evil.example"><input name=a></form>',
  '<link rel=stylesheet href="https://evil.example/a.css">',
  '<!-- ',
  '<![CDATA[ ',
  '<?php ',
  '```\nnever closed',
  '~~~~html\n<script>alert(1)</script>',
  '# Root causes',
  'Actions\n===\n\n| a | b |\n| - | - |\n| c | d |',
  '| x |\n| - |\n| `a|b` | <b>c</b> |',
  '> quoted\n\n- one\n\n    <script>alert(1)</script>',
  '<details><summary>x</summary>',
  '\u0000\u0008\uFFFF\uD800 broken',
  '\u2028</script>\u2029',
  '`` ` <script> ``',
  '\\<script>alert(1)\\</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
];
