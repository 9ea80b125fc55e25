<#-- Share's list to choose several from, for a search: what a new thing would be is not what somebody asks for. -->
<#include "/org/alfresco/components/form/controls/selectmany.ftl" />
<#if form.mode != "view">
<script type="text/javascript">//<![CDATA[
// Share runs this before it puts a form that it fetched into the page.
YAHOO.util.Event.onContentReady("${fieldHtmlId?js_string}-entry", function() {
   document.getElementById("${fieldHtmlId?js_string}").value = "";
   this.selectedIndex = -1;
});
//]]></script>
</#if>
