<#-- Share's list of choices, for what need not be chosen: the list alone would choose its first entry unasked. -->
<#include "/org/alfresco/components/form/controls/selectone.ftl" />
<#if form.mode != "view">
<script type="text/javascript">//<![CDATA[
(function() {
   var list = document.getElementById("${fieldHtmlId?js_string}");
   if (list && list.options) {
      list.insertBefore(document.createElement("option"), list.firstChild).value = "";
      <#if field.value?string == "">list.selectedIndex = 0;</#if>
   }
})();
//]]></script>
</#if>
