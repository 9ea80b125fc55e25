<#assign id = args.htmlid?html>
<@uniqueIdDiv>
<div class="dashlet chancery-unfiled-mail">
   <div class="title">${msg("header")}</div>
   <div class="body scrollableList">
   <#if status == 200 && items?size == 0>
      <div class="detail-list-item last-item"><span>${msg("empty")}</span></div>
   <#elseif status == 200>
      <#list items as item>
      <div class="detail-list-item">
         <h4><a href="${url.context}/page/chancery#/intake/${item.id?url}">${item.name?html}</a></h4>
         <span><#if item.receivedAt?has_content>${msg("received", item.receivedAt)}</#if><#if item.pages?has_content> · ${msg("pages", item.pages)}</#if></span>
      </div>
      </#list>
      <div class="detail-list-item last-item">
         <a href="${url.context}/page/chancery#/intake">${msg("all", waiting?c)}</a>
      </div>
   <#elseif status == 403 || status == 404>
      <div class="detail-list-item last-item"><span>${msg("closed")}</span></div>
   <#else>
      <div class="detail-list-item last-item"><span>${msg("failed")}</span></div>
   </#if>
   </div>
</div>
</@>
