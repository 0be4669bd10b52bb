// node --import log-modules.mjs …: writes the address of every module that is loaded to the file that MODULES names
import { appendFileSync } from "node:fs";
import { registerHooks } from "node:module";

registerHooks({
  load(url, context, next) {
    appendFileSync(process.env.MODULES, `${url}\n`);
    return next(url, context);
  },
});
