import { describe, expect, it } from 'vitest';
import { ShareHost } from './host';
import { hostingOf } from './hosting';

describe('ShareHost', () => {
  it('reads the token anew for each request, and decodes it', () => {
    const browser = { cookie: 'JSESSIONID=1; Alfresco-CSRFToken=a%2Fb%3D; other=x' };
    const host = new ShareHost('/share/proxy/alfresco/chancery/v1', browser);
    expect(host.forgeryHeaders()).toEqual({ 'Alfresco-CSRFToken': 'a/b=' });
    browser.cookie = 'Alfresco-CSRFToken=second';
    expect(host.forgeryHeaders()).toEqual({ 'Alfresco-CSRFToken': 'second' });
    expect(host.forgeryQuery()).toEqual({ 'Alfresco-CSRFToken': 'second' });
  });

  it('sends none where Share protects nothing', () => {
    const host = new ShareHost('/x', { cookie: 'Alfresco-CSRFToken-other=1' });
    expect(host.forgeryHeaders()).toEqual({});
    expect(host.forgeryQuery()).toEqual({});
  });
});

describe('hostingOf', () => {
  function page(...metas: [string, string][]): Document {
    const made = document.implementation.createHTMLDocument();
    for (const [name, content] of metas) {
      const meta = made.createElement('meta');
      meta.name = name;
      meta.content = content;
      made.head.append(meta);
    }
    return made;
  }

  it('takes a page that says nothing for the standalone server', () => {
    expect(hostingOf(page())).toEqual({ api: '/api/v1' });
  });

  it('finds Share and its proxy', () => {
    const said = hostingOf(
      page(
        ['chancery-api', '/share/proxy/alfresco/chancery/v1'],
        ['chancery-share', '/share'],
        ['chancery-affirm-then', '/share/page/user/ann/dashboard?x=1'],
      ),
    );
    expect(said.api).toBe('/share/proxy/alfresco/chancery/v1');
    expect(said.share?.affirmThen).toBe('/share/page/user/ann/dashboard?x=1');
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/other/page/', 'javascript:0'])(
    'does not lead to %s after the affirmation',
    (address) => {
      const said = hostingOf(page(['chancery-share', '/share'], ['chancery-affirm-then', address]));
      expect(said.share?.affirmThen).toBe('/share/page/');
    },
  );
});
