// The entry is for people; a guest has nothing to do there.
var bar = widgetUtils.findObject(model.jsonModel, "id", "HEADER_APP_MENU_BAR");
if (bar && !user.isGuest)
{
   bar.config.widgets.push(
   {
      id: "HEADER_CHANCERY",
      name: "alfresco/menus/AlfMenuBarItem",
      config:
      {
         id: "HEADER_CHANCERY",
         label: msg.get("chancery.header.label"),
         targetUrl: "chancery"
      }
   });
}
