<#-- Where the gate leads whoever has not affirmed the three responsibilities in this session. -->
<#include "application.inc.ftl" />
<@application then=(page.url.args.then)!(url.context + "/page/") />
