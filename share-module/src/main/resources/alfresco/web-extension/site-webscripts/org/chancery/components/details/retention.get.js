// As whoever looks: what they may not see is not told.
function main()
{
   var id = String(args.nodeRef || "").replace(/^.*\//, ""),
      answer = remote.connect("alfresco").get("/chancery/v1/nodes/" + encodeURIComponent(id) + "/retention");
   model.status = Number(answer.status);
   model.id = id;
   if (model.status === 200)
   {
      var told = JSON.parse(answer.response);
      model.why = told.why;
      model.until = told.until;
      model.then = told.then;
      model.standing = told.standing || "";
      model.others = told.others && told.others !== told.why ? told.others : "";
      model.state = told.state;
      model.eligibleOn = told.eligibleOn || "";
      model.activityAt = (told.activityAt || "").substring(0, 10);
      model.activityKind = told.activityKind || "";
      model.awaitsReview = told.awaitsReview === true;
      model.series = told.series ? told.series.code + " · " + told.series.title : "";
      model.example = told.series ? told.series.authorityStatus === "example" : false;
      model.authority = told.series ? told.series.authority : "";
      model.appliedAt = told.appliedAt ? told.appliedAt.name : "";
      model.unit = told.unit ? told.unit.name : "";
      model.unitId = told.unit ? told.unit.id : "";
      model.holds = [];
      for (var i = 0; i < told.holds.length; i++)
      {
         var hold = told.holds[i];
         model.holds.push(
         {
            kind: hold.kind,
            by: hold.placedBy.label || hold.placedBy.name,
            at: hold.placedAt.substring(0, 10)
         });
      }
   }
}

main();
