<#-- The way from a task to its case file. -->
<div class="form-field">
   <div class="viewmode-field">
      <span class="viewmode-label">${field.label?html}:</span>
      <span class="viewmode-value">
      <#if field.value?string != "">
         <a class="theme-color-1" href="${url.context}/page/chancery#/case-files/${field.value?string?url}">${msg("chancery.task.open")}</a>
      <#else>
         ${msg("form.control.novalue")}
      </#if>
      </span>
   </div>
</div>
