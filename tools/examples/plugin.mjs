// @ts-check
// Vite plugin of the examples: the list on the index page, and the files that stand elsewhere.
import { statSync } from 'node:fs';
import { tokenStyleSheet } from '../build/tokens.mjs';
import { sendFile } from '../send-file.mjs';
import { fileFor, sharedList } from './files.mjs';
import { cards, examples } from './list.mjs';
import { madeFile } from './made.mjs';

/** Replaces `<!-- examples -->` in the index page by the list. @returns {import('vite').Plugin} */
export function indexPage() {
  return {
    name: 'yizhangtu-index-page',
    transformIndexHtml: { order: 'pre', handler: (html) => html.replace('<!-- examples -->', () => cards(examples())) },
  };
}

/** In the development server: shared data, the built library and the tokens under each example. @returns {import('vite').Plugin} */
export function filesOfExamples() {
  return {
    name: 'yizhangtu-example-files',
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://x');
        const path = decodeURIComponent(pathname);
        if (/^(?:\/[^/]+)?\/tokens\.css$/.test(path)) {
          response.setHeader('Content-Type', 'text/css; charset=utf-8');
          response.end(await tokenStyleSheet());
          return;
        }
        const list = /^\/([^/]+)\/shared\/files\.json$/.exec(path);
        if (list) {
          response.setHeader('Content-Type', 'application/json; charset=utf-8');
          response.end(JSON.stringify(sharedList(list[1] ?? '')));
          return;
        }
        const [, name = '', data] = /^\/([^/]+)\/data\/([^/]+)$/.exec(path) ?? [];
        const file = (data && (await madeFile(name, data))) || fileFor(path);
        const size = file ? statSync(file, { throwIfNoEntry: false })?.size : undefined;
        if (file && size !== undefined) {
          sendFile(request, response, { path: file, size });
        } else if (file !== undefined || /^\/[^/]+\/shared\//.test(path)) {
          // A page asks for what this machine lacks: say so, instead of answering with the index page.
          response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
          response.end(
            file?.endsWith('.js') || file?.endsWith('.mjs') ? '先运行 npm run build / run npm run build first' : `404 ${path}`,
          );
        } else {
          next();
        }
      });
    },
  };
}
