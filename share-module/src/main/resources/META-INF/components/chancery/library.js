/**
 * What Chancery's actions do in Share's document library. They go through Share's proxy, with Share's session and
 * token; the repository decides whether somebody may.
 */
(function() {
   var API = Alfresco.constants.PROXY_URI + "chancery/v1/";

   function idOf(record) {
      return new Alfresco.util.NodeRef(record.nodeRef).id;
   }

   function go(place) {
      window.location.href = Alfresco.constants.URL_PAGECONTEXT + "chancery#/" + place;
   }

   function reason(widget, response) {
      return (response.json && response.json.detail) || widget.msg("message.chancery.failed");
   }

   /** Asks the repository for something, and shows what came of it. */
   function ask(widget, record, what) {
      Alfresco.util.Ajax.jsonRequest({
         method: "POST",
         url: API + what.path,
         dataObj: what.body || {},
         successCallback: {
            fn: function() {
               Alfresco.util.PopupManager.displayMessage({ text: widget.msg(what.done, record.displayName) });
               YAHOO.Bubbling.fire("metadataRefresh", record);
            }
         },
         failureCallback: {
            fn: function(response) {
               Alfresco.util.PopupManager.displayPrompt({
                  text: widget.msg(what.failed, record.displayName, reason(widget, response))
               });
            }
         }
      });
   }

   var ACTIONS = {
      onChanceryFile: function(record) {
         go("intake/" + idOf(record));
      },

      onChanceryOpen: function(record) {
         go("nodes/" + idOf(record));
      },

      onChanceryLock: function(record) {
         go("nodes/" + idOf(record) + "?permissions");
      },

      onChanceryRead: function(record) {
         ask(this, record, {
            path: "intake/" + idOf(record) + "/retry",
            done: "message.chancery.read.done",
            failed: "message.chancery.read.failed"
         });
      },

      onChanceryDeclare: function(record) {
         var widget = this;
         Alfresco.util.PopupManager.displayPrompt({
            title: widget.msg("message.chancery.declare.title"),
            text: widget.msg("message.chancery.declare.question", record.displayName),
            buttons: [
               {
                  text: widget.msg("actions.chancery.declare"),
                  handler: function() {
                     this.destroy();
                     ask(widget, record, {
                        path: "nodes/" + idOf(record) + "/declare",
                        done: "message.chancery.declare.done",
                        failed: "message.chancery.declare.failed"
                     });
                  }
               },
               {
                  text: widget.msg("button.cancel"),
                  handler: function() {
                     this.destroy();
                  },
                  isDefault: true
               }
            ]
         });
      }
   };

   for (var name in ACTIONS) {
      YAHOO.Bubbling.fire("registerAction", { actionName: name, fn: ACTIONS[name] });
   }
})();
