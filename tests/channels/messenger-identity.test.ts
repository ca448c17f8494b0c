import { SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { messengerDesk, valuesOf } from './messenger-desk';

const site = messengerDesk();

type Signing = {
  secret: string;
  audience?: string;
  ageS?: number;
  lastsS?: number;
  jti?: string | null;
};

/** What a site's server signs for Ada. */
async function identity(
  claims: Record<string, unknown>,
  { secret, audience = `${site.desk.url}/messenger/website`, ageS = 0, lastsS = 300, jti }: Signing,
): Promise<string> {
  const at = Math.floor(Date.now() / 1_000) - ageS;
  const token = new SignJWT({ sub: 'ada', ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience)
    .setIssuedAt(at)
    .setExpirationTime(at + lastsS);
  if (jti !== null) token.setJti(jti ?? crypto.randomUUID());
  return token.sign(new TextEncoder().encode(secret));
}

describe('whom a site signed in', () => {
  let secret: string;
  beforeAll(async () => {
    const made = await site.desk.call<{ secret: string }>('POST', '/channels/website/secrets');
    secret = made.body.secret;
  });

  test('is who they are on every device, with what the site’s server says of them', async () => {
    const [phone, laptop] = [site.visitor(), site.visitor()];
    const claims = { name: 'Ada', email: 'ada@shop.example', attributes: { twitter_followers: 9 } };
    const begun = await phone.begin({ identity: await identity(claims, { secret }) });
    expect(begun).toMatchObject({ identified: true, messages: [] });
    await phone.write('It is me');
    const conversation = await site.conversationOf('It is me');
    expect(conversation.header.contact).toMatchObject({ externalId: 'user-ada', name: 'Ada' });
    expect(valuesOf(conversation)).toMatchObject({
      email: 'ada@shop.example',
      twitter_followers: 9,
    });
    const elsewhere = await laptop.begin({ identity: await identity({}, { secret }) });
    expect(elsewhere.messages.map(({ text }) => text)).toEqual(['It is me']);
    const again = await site.visitor().begin({ token: begun.token });
    expect(again).toMatchObject({ identified: true, messages: [{ text: 'It is me' }] });
  });

  test('is what the site’s server signed, whatever a page says, on later pages of the visit too', async () => {
    const tab = site.visitor();
    const claims = { sub: 'grace', attributes: { twitter_followers: 5 } };
    const { token } = await tab.begin({
      identity: await identity(claims, { secret }),
      values: { twitter_followers: 999_999 },
    });
    await tab.write('Hello from Grace');
    const page = site.visitor();
    await page.begin({ token, values: { twitter_followers: 999_999 } });
    for (const one of [tab, page]) {
      const { refused } = await one.ask<{ refused: object[] }>('visitor:values', {
        twitter_followers: 999_999,
        device_platform: 'Web',
      });
      expect(refused).toEqual([
        {
          attribute: 'twitter_followers',
          message: 'The site’s server has signed Twitter followers.',
        },
      ]);
    }
    expect(valuesOf(await site.conversationOf('Hello from Grace'))).toMatchObject({
      twitter_followers: 5,
      device_platform: 'Web',
    });
  });

  test('is gone from a tab in which somebody signs out while they are signed in', async () => {
    const tab = site.visitor();
    const signedIn = tab.begin({ identity: await identity({ sub: 'heidi' }, { secret }) });
    const signedOut = tab.begin();
    expect((await signedIn).identified).toBe(true);
    expect((await signedOut).identified).toBe(false);
    await tab.write('I am nobody');
    const { contact } = (await site.conversationOf('I am nobody')).header;
    expect(contact.externalId).toMatch(/^visitor-/);
  });

  test('is nobody with a token that is used, old, for another audience, or signed by another', async () => {
    const used = await identity({}, { secret });
    await site.visitor().begin({ identity: used });
    const other = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const unsigned = `${btoa('{"alg":"none"}').replaceAll('=', '')}.${used.split('.')[1]}.`;
    const cases: [string, RegExp][] = [
      [used, /used already/],
      [await identity({}, { secret, ageS: 900 }), /expired/],
      [await identity({}, { secret, ageS: 700, lastsS: 7_200 }), /expired|iat/],
      [await identity({}, { secret, audience: `${site.desk.url}/messenger/other` }), /audience/],
      [await identity({}, { secret, jti: null }), /jti/],
      [await identity({ sub: '' }, { secret }), /sub/],
      [await identity({ sub: 'ada ' }, { secret }), /sub/],
      [await identity({ name: 'half \ud83d' }, { secret }), /name/],
      [await identity({}, { secret: other }), /not signed/],
      [unsigned, /not signed/],
      ['nonsense', /not signed/],
    ];
    for (const [token, words] of cases) {
      const { error } = await site.visitor().begin({ identity: token });
      expect(error).toMatchObject({ code: 'forbidden', field: 'identity' });
      expect(error?.message).toMatch(words);
    }
    const { error } = await site.visitor().begin({
      channel: 'other',
      identity: await identity({}, { secret }),
    });
    expect(error?.message).toMatch(/no secret/);
  });

  test('is taken with either of two live secrets, until one is retired', async () => {
    const second = await site.desk.call<{ id: string; secret: string }>(
      'POST',
      '/channels/website/secrets',
    );
    const begin = async () =>
      (await site.visitor().begin({ identity: await identity({}, { secret: second.body.secret }) }))
        .error;
    expect(await begin()).toBeUndefined();
    expect(
      (await site.visitor().begin({ identity: await identity({}, { secret }) })).error,
    ).toBeUndefined();
    await site.desk.call('DELETE', `/channels/website/secrets/${second.body.id}`);
    expect(await begin()).toMatchObject({ code: 'forbidden' });
  });
});

describe('what is asked before the first message', () => {
  beforeAll(async () => {
    const preChat = [
      { attribute: 'email', required: true },
      { attribute: 'twitter_followers', required: false },
    ];
    await site.desk.call('PATCH', '/channels/other/messenger', { preChat });
  });

  test('is refused at its field, with nothing sent, and fills attributes once it fits', async () => {
    const tab = site.visitor();
    expect(await tab.begin({ channel: 'other' })).toMatchObject({ asks: true });
    const before = await site.desk.desk.store.head();
    const refused = async (answers: Record<string, string>) =>
      (await tab.write('Hi there', { answers })).error;
    expect(await refused({})).toMatchObject({
      message: 'Please fill in Email.',
      field: 'answers.email',
    });
    expect(await refused({ email: 'a@b.example', twitter_followers: 'many' })).toMatchObject({
      field: 'answers.twitter_followers',
    });
    expect(await site.desk.desk.store.head()).toEqual(before);
    await tab.write('Hi there', { answers: { email: 'a@b.example', twitter_followers: '7' } });
    expect(valuesOf(await site.conversationOf('Hi there'))).toEqual({
      email: 'a@b.example',
      twitter_followers: 7,
    });
    expect((await tab.write('And again')).error).toBeUndefined();
  });
});
