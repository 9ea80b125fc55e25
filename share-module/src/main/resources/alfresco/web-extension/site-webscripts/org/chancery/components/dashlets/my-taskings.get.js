// As whoever looks at the dashboard: only their own taskings come back.
function ask(query)
{
   return remote.connect("alfresco").get("/chancery/v1/taskings?state=open&" + query);
}

function main()
{
   var answer = ask("view=mine&sort=due&limit=10");
   model.status = Number(answer.status);
   model.items = [];
   model.mine = 0;
   model.groups = 0;
   if (model.status === 200)
   {
      var page = JSON.parse(answer.response),
         group = ask("view=group&limit=1");
      model.mine = page.total ? page.total : page.items.length;
      model.groups = Number(group.status) === 200 ? JSON.parse(group.response).total || 0 : 0;
      for (var i = 0; i < page.items.length; i++)
      {
         var item = page.items[i];
         model.items.push(
         {
            id: item.id,
            caseFile: item.caseFile.id,
            number: item.caseFile.number || "",
            subject: item.caseFile.subject || "",
            step: item.stepName || "",
            instruction: item.instruction || "",
            due: item.due || "",
            overdue: item.overdue === true
         });
      }
   }
}

main();
