import { createHash } from 'node:crypto'

/**
 * Tells the page around the widget how high it is, each time that changes: a number and nothing else. Only in the variant that asks
 * for it. It stands in the page itself, so that the policy can name exactly this text and let no other script run.
 */
export const tellHeight = `(()=>{const tell=()=>parent.postMessage({wijkpoort:'height',height:Math.ceil(document.documentElement.getBoundingClientRect().height)},'*');new ResizeObserver(tell).observe(document.documentElement);tell()})()`

export const tellHeightHash = `'sha256-${createHash('sha256').update(tellHeight).digest('base64')}'`

/**
 * For the page around it: makes the frame as high as the widget says. It listens only to the frames that have our address and believes only
 * a number within bounds.
 */
export function hostScript(origin: string): string {
  return `(()=>{const origin=${JSON.stringify(new URL(origin).origin)};
addEventListener('message',({origin:from,source,data})=>{
  if(from!==origin||!data||data.wijkpoort!=='height'||!(data.height>0&&data.height<5000))return;
  for(const frame of document.querySelectorAll('iframe'))if(frame.contentWindow===source)frame.height=data.height;
})})()
`
}
