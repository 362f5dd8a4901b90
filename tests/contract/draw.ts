/** How a 双随机 draw is made by hand. */
import { until } from './stage.js';

/** A button by its words, when it can be pressed. */
export async function pressWords(element: HTMLElement, words: string): Promise<void> {
  const button = (): HTMLButtonElement | undefined => [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((one) => one.textContent?.trim() === words && !one.disabled);
  await until(() => button() !== undefined, `the button ${words}`);
  button()?.click();
}

/** A draw from the first step to the third, as people make it. */
export async function drawOnce(element: HTMLElement): Promise<void> {
  const next = (words: string): Promise<void> => pressWords(element, words);
  await next('冻结名录');
  await until(() => element.shadowRoot?.querySelectorAll('input[type=text]').length === 6, 'the parties');
  element.shadowRoot?.querySelectorAll<HTMLInputElement>('li.now input[type=text]').forEach((input, at) => {
    input.value = `第 ${at} 项`;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await next('生成承诺值');
  await until(() => element.shadowRoot?.querySelector('input[type=checkbox]') !== null, 'the commitment');
  element.shadowRoot?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  await next('开始抽取');
}
