<#macro line label value>
   <#if value?has_content>
   <div class="viewmode-field">
      <span class="viewmode-label">${msg(label)}:</span>
      <span class="viewmode-value">${value?html}</span>
   </div>
   </#if>
</#macro>
<@uniqueIdDiv>
<#-- Nothing is said of what Chancery does not keep. -->
<#if status == 200 || status &gt;= 500>
<#assign el=args.htmlid?html>
<div class="document-metadata-header document-details-panel folder-details-panel chancery-retention">
   <h2 id="${el}-heading" class="thin dark">${msg("header")}</h2>
   <div class="form-container"><div class="form-fields"><div class="set">
   <#if status == 200>
      <#if holds?size &gt; 0>
      <div class="viewmode-field">
         <span class="viewmode-label">${msg("holds")}:</span>
         <span class="viewmode-value"><#list holds as hold><strong>${msg("hold." + hold.kind)}</strong> (${msg("since", hold.at, hold.by)?html})<#if hold_has_next><br /></#if></#list></span>
      </div>
      </#if>
      <@line label="why" value=why />
      <@line label="until" value=until />
      <@line label="then" value=then />
      <@line label="others" value=others />
      <#if series?has_content>
      <@line label="series" value=series />
      <div class="viewmode-field">
         <span class="viewmode-label">${msg("authority")}:</span>
         <span class="viewmode-value">${authority?html}<#if example> ${msg("example")}</#if></span>
      </div>
      </#if>
      <@line label="appliedAt" value=appliedAt />
      <#if state != "none">
      <@line label="standing" value=msg("state." + state) />
      <@line label="reason" value=standing />
      <#if activityAt?has_content>
      <@line label="activity" value=msg("activity.at", activityAt, msg("kind." + activityKind)) />
      </#if>
      <#if awaitsReview><@line label="review" value=msg("awaitsReview") /></#if>
      <#if unitId?has_content>
      <div class="viewmode-field">
         <span class="viewmode-label">${msg("unit")}:</span>
         <span class="viewmode-value"><a href="${url.context}/page/chancery#/nodes/${unitId?url}">${unit?html}</a></span>
      </div>
      </#if>
      </#if>
   <#else>
      <span>${msg("failed")}</span>
   </#if>
   </div></div></div>
   <script type="text/javascript">//<![CDATA[
      YAHOO.util.Event.onContentReady("${args.htmlid?js_string}-heading", function() {
         Alfresco.util.createTwister("${args.htmlid?js_string}-heading", "ChanceryRetention");
      });
   //]]></script>
</div>
</#if>
</@>
