// An OpenID Connect provider nobody here wrote (npm oidc-provider) on a loopback port, where a person
// chosen by the test is always signed in already.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/// A new RSA key as a private JWK.
export function newKey(kid) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' };
}

async function decide(provider, person, request, response) {
  const { params } = await provider.interactionDetails(request, response);
  if (person === 'nobody') {
    await provider.interactionFinished(request, response, { error: 'access_denied' });
    return;
  }
  const grant = new provider.Grant({ accountId: person, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  await provider.interactionFinished(request, response, {
    login: { accountId: person },
    consent: { grantId: await grant.save() },
  });
}

/// Listens at once, so that its issuer is known, and answers after `play`. `play` again is a provider
/// that restarts with other keys.
export async function openProvider() {
  let answer = (request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const desk = { issuer, person: 'nobody', close: () => server.close() };

  desk.play = ({ client, accounts, key, emailInIdToken = false }) => {
    const provider = new Provider(issuer, {
      clients: [client],
      jwks: { keys: [key] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      conformIdTokenClaims: !emailInIdToken,
      pkce: { required: () => true },
      cookies: { keys: ['only a test'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (context, interaction) => `/interaction/${interaction.uid}` },
      findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
      renderError: (context, out) => { context.type = 'text'; context.body = out.error; },
    });
    const callback = provider.callback();
    answer = (request, response) => {
      if (!request.url.startsWith('/interaction/')) return callback(request, response);
      return decide(provider, desk.person, request, response)
        .catch((error) => response.writeHead(500).end(String(error)));
    };
  };
  return desk;
}
