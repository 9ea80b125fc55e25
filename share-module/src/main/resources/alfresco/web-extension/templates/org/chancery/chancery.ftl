<#-- Share's header, and below it the application in a frame: the styles of the two would undo each other. -->
<#include "/org/alfresco/include/alfresco-template.ftl" />
<@templateHeader>
   <style type="text/css">
      html, body { height: 100%; overflow: hidden; }
      /* The application names its own pages. */
      .share-header-title { display: none; }
      #chancery-frame { position: fixed; left: 0; bottom: 0; width: 100%; border: 0; }
   </style>
</@>
<@templateBody>
   <div id="alf-hd">
      <@region scope="global" id="share-header" chromeless="true"/>
   </div>
   <div id="bd">
      <iframe id="chancery-frame" title="Chancery" data-application="${url.context}/page/chancery-application"></iframe>
   </div>
   <script type="text/javascript">//<![CDATA[
      (function() {
         var frame = document.getElementById("chancery-frame"),
            application = frame.getAttribute("data-application");
         // The frame keeps its own address behind the #, and writes it into this page's.
         frame.src = application + (location.hash || "#/");
         window.addEventListener("hashchange", function() {
            if (frame.contentWindow.location.hash !== location.hash) {
               frame.contentWindow.location.hash = location.hash;
            }
         });
         // Share builds its header late, and in several steps. Everything below its bar is the application's.
         function fit() {
            var bar = document.querySelector("#alf-hd .alfresco-header-Header") || document.getElementById("alf-hd"),
               top = Math.max(bar.getBoundingClientRect().bottom, 0);
            frame.style.top = top + "px";
            frame.style.height = Math.max(window.innerHeight - top, 320) + "px";
         }
         fit();
         window.addEventListener("resize", fit);
         new MutationObserver(fit).observe(document.getElementById("alf-hd"), { childList: true, subtree: true });
         frame.addEventListener("load", function() {
            fit();
            frame.contentWindow.focus();
         });
      })();
   //]]></script>
</@>
<@templateFooter></@>
