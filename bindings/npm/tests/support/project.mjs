// A folder in which the built package is installed, as those who install it get it.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const project = mkdtempSync(join(tmpdir(), "newsmark-npm-"));
export const installed = join(project, "node_modules/newsmark");
mkdirSync(installed, { recursive: true });
for (const part of ["dist", "package.json"]) cpSync(join(root, part), join(installed, part), { recursive: true });
after(() => rmSync(project, { recursive: true, force: true }));

/** A file of the project. */
export const write = (name, text) => {
  const path = join(project, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
};

/** What a program prints that is run in the project. */
export const run = (program, ...args) =>
  execFileSync(program, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** The folder of packages that tests work with, where it is there. */
export const tools = process.env.NEWSMARK_NPM_TOOLS;

const versions = tools ? JSON.parse(readFileSync(join(tools, "node_modules/.package-lock.json"), "utf8")).packages : {};

/** Why a test that needs a package is left out; false where it is there. */
export const without = (name) => !versions[`node_modules/${name}`] && `${name} is not there`;

/** The program of a package. */
export const tool = (name) => join(tools, "node_modules/.bin", name);

const TYPES = { ".wasm": "application/wasm", ".js": "text/javascript", ".mjs": "text/javascript", ".html": "text/html" };

/** A server of a folder, by its address; `changed` may give other bytes. */
export const serve = async (folder, changed = (path, bytes) => bytes) => {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname.slice(1);
    try {
      const bytes = changed(path, readFileSync(join(folder, path)));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream", connection: "close" });
      response.end(bytes);
    } catch {
      response.writeHead(404, { connection: "close" }).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${server.address().port}/`;
};
