// As whoever looks at the dashboard: only their own intake comes back.
function main()
{
   var answer = remote.connect("alfresco").get("/chancery/v1/intake?state=ready&limit=10");
   model.status = Number(answer.status);
   model.items = [];
   model.waiting = 0;
   if (model.status === 200)
   {
      var page = JSON.parse(answer.response);
      model.waiting = page.counts && page.counts.ready ? page.counts.ready : page.items.length;
      for (var i = 0; i < page.items.length; i++)
      {
         var item = page.items[i];
         model.items.push(
         {
            id: item.id,
            name: item.name,
            receivedAt: item.receivedAt ? String(item.receivedAt).substring(0, 10) : "",
            pages: item.pageCount ? String(item.pageCount) : ""
         });
      }
   }
}

main();
