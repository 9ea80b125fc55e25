<@uniqueIdDiv>
<div class="dashlet chancery-my-taskings">
   <div class="title">${msg("header")}</div>
   <div class="body scrollableList">
   <#if status == 200>
      <#if items?size == 0>
      <div class="detail-list-item"><span>${msg("empty")}</span></div>
      </#if>
      <#list items as item>
      <div class="detail-list-item">
         <h4><a href="${url.context}/page/chancery#/case-files/${item.caseFile?url}">${item.number?html} · ${item.subject?html}</a></h4>
         <span>${item.step?html}<#if item.instruction?has_content>: ${item.instruction?html}</#if> ·
         <#if item.due?has_content><#if item.overdue><strong>${msg("overdue", item.due)}</strong><#else>${msg("due", item.due)}</#if><#else>${msg("noDue")}</#if></span>
      </div>
      </#list>
      <div class="detail-list-item last-item">
         <a href="${url.context}/page/chancery#/?view=mine">${msg("all", mine?c)}</a><#if groups &gt; 0> · <a href="${url.context}/page/chancery#/?view=group">${msg("groups", groups?c)}</a></#if>
      </div>
   <#elseif status == 403 || status == 404>
      <div class="detail-list-item last-item"><span>${msg("closed")}</span></div>
   <#else>
      <div class="detail-list-item last-item"><span>${msg("failed")}</span></div>
   </#if>
   </div>
</div>
</@>
