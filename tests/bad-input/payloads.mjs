// Strings that would do something if any of them ever became markup, an address, a style or a key. Each calls `fired` in its own way.

/** Our own, by the door they knock at. */
export const PAYLOADS = [
  // elements that run or load at once
  '<img src=x onerror=fired(1)>',
  '<script>fired(2)</script>',
  '<svg onload=fired(3)></svg>',
  '<svg><script>fired(4)</script></svg>',
  '<iframe srcdoc="<script>parent.fired(5)</script>"></iframe>',
  '<details open ontoggle=fired(6)><summary>x</summary></details>',
  '<video><source onerror=fired(7)></video>',
  '<audio src=x onerror=fired(8)></audio>',
  '<body onload=fired(9)>',
  '<input autofocus onfocus=fired(10)>',
  '<object data="data:text/html,<script>parent.fired(11)</script>"></object>',
  '<embed src="http://payload.example/12.swf">',
  '<link rel=stylesheet href="http://payload.example/13.css">',
  '<style>@import "http://payload.example/14.css";</style>',
  '<meta http-equiv=refresh content="0;url=http://payload.example/15">',
  '<base href="http://payload.example/">',
  '<img src="http://payload.example/17.png">',
  '<math><mtext><table><mglyph><style><img src=x onerror=fired(18)></style></mglyph></table></mtext></math>',
  '<noscript><p title="</noscript><img src=x onerror=fired(19)>"></noscript>',
  '<template><img src=x onerror=fired(20)></template>',
  // out of attributes, comments and text
  '"><img src=x onerror=fired(21)>',
  "' onmouseover='fired(22)",
  '" autofocus onfocus="fired(23)" x="',
  '--><img src=x onerror=fired(24)>',
  '</textarea><img src=x onerror=fired(25)>',
  '</title><script>fired(26)</script>',
  ']]><img src=x onerror=fired(27)>',
  // addresses
  'javascript:fired(28)',
  'jav\tascript:fired(29)',
  'data:text/html,<script>fired(30)</script>',
  '<a href="javascript:fired(31)">点这里</a>',
  'https://payload.example/32"onclick="fired(32)',
  // template languages, styles, keys
  '{{constructor.constructor("fired(33)")()}}',
  '${fired(34)}',
  '<!--?lit$0$-->',
  'red;background:url(http://payload.example/36.png)',
  'url(http://payload.example/37.png)',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  '&lt;img src=x onerror=fired(42)&gt;',
  '\u202e<img src=x onerror=fired(43)>',
  '青岛<b>体育馆</b>&amp;中心',
];

/** What shows that a control of the recorder works: put through innerHTML, this one must run. */
export const CONTROL = '<img src=x onerror=fired("control")>';
