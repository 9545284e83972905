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
  ['templates of SVG and MathML alone', 'l=2===i?"<svg>":3===i?"<math>":""', 'l=""'],
  ['their ends', '+(2===i?"</svg>":3===i?"</math>":"")'],
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
  ['reading a text area as text', '(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)', '(c=p)'],
  ['its end', 'c=n??v', 'c=v'],
  ['forgetting it', '(c=p,n=void 0)', 'c=p'],
  ['which elements that are', /,y=\/.*?\/i/s],
  ['another document to make nodes in', '(t?.creationScope??l)', 'l'],
  [
    'another place to draw at',
    /const e=s\?\.renderBefore\?\?i;(.*?)const t=s\?\.renderBefore\?\?null;e(\..*?)c\(\),t\),t,/s,
    'const e=i;$1e$2c(),null),null,',
  ],
  ['what they ask an attribute', 'get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}'],
];

/** Takes out of lit-html what the widget never uses. */
export const slimLit: Plugin = {
  name: 'slim-lit',
  transform(code, id) {
    if (!id.endsWith('/lit-html/lit-html.js')) return null;
    return UNUSED.reduce((text, [what, unused, instead = '']) => {
      const slimmer = text.replace(unused, instead);
      if (slimmer === text) throw new Error(`lit-html has ${what} in another form than is known here`);
      return slimmer;
    }, code).replace(/export\{.*?\}/s, 'export{b as html,A as nothing,D as render}');
  },
};
