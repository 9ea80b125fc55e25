<#-- The browser application. What it needs to know of its host it reads from the meta elements. -->
<#macro application then="">
<!doctype html>
<html lang="en">
   <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light" />
      <meta name="referrer" content="same-origin" />
      <meta name="chancery-api" content="${url.context}/proxy/alfresco/chancery/v1" />
      <meta name="chancery-share" content="${url.context}" />
      <#if then?has_content>
      <meta name="chancery-affirm-then" content="${then?html}" />
      </#if>
      <title>Chancery</title>
      <link rel="icon" href="${url.context}/res/chancery/seal.svg" type="image/svg+xml" />
      <#include "assets.inc.ftl" />
   </head>
   <body>
      <div id="app"></div>
      <noscript>Chancery needs JavaScript. Turn it on for this address and load the page again.</noscript>
      <#if !(chanceryAssets!false)>
      <p>This build of the Share module was made without the browser application. Build it with <code>./chancery</code>, and install that file.</p>
      </#if>
   </body>
</html>
</#macro>
