<#include "application.inc.ftl" />
<@application />
