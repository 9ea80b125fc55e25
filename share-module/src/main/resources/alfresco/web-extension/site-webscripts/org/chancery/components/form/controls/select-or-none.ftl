<#-- Share's list of choices, for what need not be chosen: the list alone would choose its first entry unasked. -->
<#include "/org/alfresco/components/form/controls/selectone.ftl" />
<#if form.mode != "view">
<script type="text/javascript">//<![CDATA[
// Share runs this before it puts a form that it fetched, as the library's dialog is, into the page.
YAHOO.util.Event.onContentReady("${fieldHtmlId?js_string}", function() {
   if (this.options) {
      this.insertBefore(document.createElement("option"), this.firstChild).value = "";
      <#if field.value?string == "">this.selectedIndex = 0;</#if>
   }
});
//]]></script>
</#if>
