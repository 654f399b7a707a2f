import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { UserError } from './console.mjs';
import { inRoot } from './paths.mjs';

/**
 * The ports of app and backend: from the command line, else from the
 * configuration files, else Backstage's own.
 */
export async function findPorts(options) {
  const configured = await readConfigured();
  return {
    app: options.port ?? configured.app ?? 3000,
    backend: options.backendPort ?? configured.backend ?? 7007,
  };
}

/** Stops with a clear message where a port is taken. */
export async function assertPortsAreFree(ports) {
  const wanted = [
    { part: 'app', port: ports.app, flag: '--port' },
    { part: 'backend', port: ports.backend, flag: '--backend-port' },
  ];
  if (ports.app === ports.backend) {
    throw new UserError(
      `App and backend cannot share port ${ports.app}.`,
      'Give each its own with --port and --backend-port.',
    );
  }
  for (const { part, port, flag } of wanted) {
    if (await isBusy(port)) {
      throw new UserError(
        `Port ${port}, which the ${part} needs, is in use by another program.`,
        `Stop that program, or choose another port: npm start -- ${flag} ${
          port + 100
        }`,
      );
    }
  }
}

/** Settings that move app and backend to the ports, as Backstage reads them. */
export function portSettings({ port, backendPort }) {
  const settings = {};
  if (port !== undefined) {
    settings.APP_CONFIG_app_baseUrl = `"http://localhost:${port}"`;
    settings.APP_CONFIG_backend_cors_origin = `"http://localhost:${port}"`;
  }
  if (backendPort !== undefined) {
    settings.APP_CONFIG_backend_baseUrl = `"http://localhost:${backendPort}"`;
    settings.APP_CONFIG_backend_listen_port = String(backendPort);
  }
  return settings;
}

async function isBusy(port) {
  const answers = await Promise.all(
    ['127.0.0.1', '::1'].map(host => canConnect(host, port)),
  );
  return answers.includes(true);
}

function canConnect(host, port) {
  return new Promise(resolve => {
    const socket = connect({ host, port });
    const settle = answer => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2000, () => settle(false));
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

async function readConfigured() {
  const ports = {};
  let parse;
  try {
    ({ parse } = await import('yaml'));
  } catch {
    // Before the first installation there are no settings of one's own either.
    return ports;
  }
  for (const file of ['app-config.yaml', 'app-config.local.yaml']) {
    const config = readYaml(file, parse);
    ports.app = portOf(config?.app?.baseUrl) ?? ports.app;
    ports.backend =
      Number(config?.backend?.listen?.port) ||
      portOf(config?.backend?.baseUrl) ||
      ports.backend;
  }
  return ports;
}

function readYaml(file, parse) {
  try {
    return parse(readFileSync(inRoot(file), 'utf8'));
  } catch {
    // Backstage itself reports what is wrong with a file.
    return undefined;
  }
}

function portOf(url) {
  try {
    return Number(new URL(url).port) || undefined;
  } catch {
    return undefined;
  }
}
