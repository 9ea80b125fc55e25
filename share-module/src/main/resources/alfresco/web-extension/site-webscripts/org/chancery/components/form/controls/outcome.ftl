<#-- A button for each outcome while the task is open; afterwards the one that was chosen. -->
<#if form.mode == "edit">
<#include "/org/alfresco/components/form/controls/workflow/activiti-transitions.ftl" />
<#else>
   <#assign chosen = msg("form.control.novalue")>
   <#list (field.control.params.options!"")?split("#alf#") as each>
      <#assign choice = each?split("|")>
      <#if choice?size == 2 && choice[0] == field.value?string><#assign chosen = choice[1]></#if>
   </#list>
<div class="form-field">
   <div class="viewmode-field">
      <span class="viewmode-label">${field.label?html}:</span>
      <span class="viewmode-value">${chosen?html}</span>
   </div>
</div>
</#if>
