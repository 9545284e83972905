import type { Plugin } from 'vite';

/**
 * What the widget's templates never use of lit-html 3.3.3: what it is, and the text that goes. A quarter of lit's bytes,
 * which the survey is worth more in. Each must be found, so that another version of lit is looked at anew.
 */
const UNUSED: [what: string, text: string | RegExp, instead?: string][] = [
  // The widget has one global name, and it is not lit's.
  ['the mark on the window', /,B=\w\.litHtmlPolyfillSupport;.*?(?=const D=)/s, ';'],
  ['what lit lends to its own packages', /const j=\{M:.*?\}(?=;const)/s, ''],
  ['directives', /function M\(t,i,s=t,e\)\{.*?(?=class R\{)/s],
  [
    'a reading of HTML, to tell attributes from children: here an attribute ends where its expression begins',
    /const N=\(t,i\)=>\{.*?(?=;class S)/s,
    `const N=t=>{const e=[];return[V(t,t.map((i,n)=>{const s=/[\\w@.?-]+(?==$)/.exec(i);return n>t.length-2?i||"<?>":s?(e.push(s[0]),i.slice(0,-1)+h+'="'+o+'"'):i+r}).join("")),e]}`,
  ],
  ['what that was read by', /f="\[ \\t.*?(?=x=t=>)/s],
  ['directives as children', 't=M(this,t,i),a(t)', 'a(t)'],
  ['directives as attributes', 't=M(this,t,i,0),o=', 'o='],
  ['directives in part of an attribute', 'r=M(this,e[s+n],i,n),r===E&&(r=this._$AH[n]),', 'r=e[s+n],'],
  ['directives as listeners', 'if((t=M(this,t,i,0)??A)===E)return;', 't??=A;'],
  ['noChange as a child', '&&t!==E&&', '&&'],
  ['noChange as an attribute', '&&t!==E,', ','],
  ['parts in place of an attribute', /class Z\{.*?(?=const )/s],
  ['making them', ':6===r.type&&(i=new Z(h,this,t))', ':0'],
  ['finding them', 'else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t))'],
  ['parts in comments', /else\{let t=-1;for\(;-1!==.*?t\+=o\.length-1\}/s],
  ['their contents', /,2===i\|\|3===i\)\{.*?\}(?=for)/s, ',0);'],
  ['their tags', ',b=x(1),w=x(2),T=x(3),E=Symbol.for("lit-noChange")', ',b=x(1)'],
  ['compiled templates', /"number"==typeof s\?(this\._\$AC\(t\)):\(.*?,s\)/s, '$1'],
  ['disconnecting', /setConnected\(t\)\{.*?\}\}/s, '}'],
  ['telling directives of it', 'for(this._$AP?.(!1,!0,s);', 'for(;'],
  ['remembering it', ',this._$Cv=e?.isConnected??!0'],
  ['what directives ask a child', /get _\$AU\(\)\{return this\._\$AM\?.*?\}/s],
  ['what they ask a template', 'get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}'],
  ['where they are', /get parentNode\(\)\{let t.*?,t\}/s],
  ['between what', 'get startNode(){return this._$AA}get endNode(){return this._$AB}'],
  ['expressions within a text area', /if\(y\.test\(r\.tagName\)\)\{.*?\}\}(?=\}else if\(8)/s],
  ['lists that are no arrays', 'd=t=>u(t)||"function"==typeof t?.[Symbol.iterator]', 'd=u'],
  [
    'options of listeners',
    /t\?\?=A;const s=this\._\$AH,.*?addEventListener\(this\.name,this,t\),/s,
    'this._$AH===A&&this.element.addEventListener(this.name,this),',
  ],
  ['listeners that are no functions', /"function"==typeof this\._\$AH\?(.*?):this\._\$AH\.handleEvent\(t\)/s, '$1'],
  [
    'what several expressions in one attribute need',
    /const h=this\.strings;let o=!1;.*?this\.j\(t\)\}/s,
    '(!a(t)||t!==this._$AH)&&this.j(this._$AH=t)}',
  ],
  ['their values', /s\.length>2\|\|.*?:this\._\$AH=A/s, 'this._$AH=A'],
  ['counting them', /\(void 0!==s\.strings\?.*?:s\._\$AI\(t\[i\]\)\)/s, 's._$AI(t[i])'],
  ['telling them from others', /const i=v\[a\+\+\],s=r\.getAttribute\(t\)\.split\(o\),e=/, 'const i=v[a++],e='],
  ['their texts', 'name:e[2],strings:s,', 'name:e[2],'],
  ['their texts again', 'new r.ctor(h,r.name,r.strings,this,t)', 'new r.ctor(h,r.name,t)'],
  ['whose they are', /constructor\(t,i,s,e,h\)\{this\.type=1,this\._\$AH=A,/, 'constructor(t,i,h){'],
  ['what kind of part a property is', 'constructor(){super(...arguments),this.type=3}'],
  ['what kind one to have or not is', 'constructor(){super(...arguments),this.type=4}'],
  ['what kind a listener is', 'constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}'],
  ['what kind a child is', 'this.type=2,'],
  ['what has to be told when it goes', /this\._\$AN=void 0,/g],
  ['whose part something is', /this\._\$AM=[se],|,this\._\$AM=i(?=\})/g],
  ['nodes as children', 'void 0!==t.nodeType?this.T(t):'],
  ['whom listeners are called for', '.call(this.options?.host??this.element,t)', '(t)'],
  [
    'options of a child',
    'constructor(t,i,s,e){this._$AH=A,this._$AA=t,this._$AB=i,this.options=e}',
    'constructor(t,i){this._$AH=A,this._$AA=t,this._$AB=i}',
  ],
  ['options of an attribute', 'this.options=h,this._$AH=A', 'this._$AH=A'],
  ['options of a template', 's=t.u(this.options)', 's=t.u()'],
  ['lending options to a child', 'new k(h,h.nextSibling,this,t)', 'new k(h,h.nextSibling)'],
  ['lending them to an attribute', 'new r.ctor(h,r.name,t)', 'new r.ctor(h,r.name)'],
  ['lending them to a list', 'new k(this.O(c()),this.O(c()),this,this.options)', 'new k(this.O(c()),this.O(c()))'],
  ['another document to make nodes in', '(t?.creationScope??l)', 'l'],
  [
    'another place to draw at',
    /const D=\(t,i,s\)=>\{.*?return h\._\$AI\(t\),h\}/s,
    'const D=(t,i)=>(i._$litPart$??=new k(i.insertBefore(c(),null),null))._$AI(t)',
  ],
  ['what they ask an attribute', 'get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}'],
];

/** Takes out of lit-html what the widget never uses. */
export const slimLit: Plugin = {
  name: 'slim-lit',
  transform(code, id) {
    if (/\/element\/.*\.ts$/.test(id) && /\s[\w@.?-]+="[^"]*\$\{/.test(code))
      throw new Error(`${id} has an attribute that is more than its expression: it would lose the rest`);
    if (!id.endsWith('/lit-html/lit-html.js')) return null;
    return UNUSED.reduce((text, [what, unused, instead = '']) => {
      const slimmer = text.replace(unused, instead);
      if (slimmer === text) throw new Error(`lit-html has ${what} in another form than is known here`);
      return slimmer;
    }, code).replace(/export\{.*?\}/s, 'export{b as html,A as nothing,D as render}');
  },
};
