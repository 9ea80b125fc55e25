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

   /** Sends a change with Share's token, read anew each time since every page of Share changes it. */
   function send(path, headers) {
      headers["Content-Type"] = "application/json";
      headers.Accept = "application/json";
      if (Alfresco.util.CSRFPolicy.isFilterEnabled()) {
         headers[Alfresco.util.CSRFPolicy.getHeader()] = Alfresco.util.CSRFPolicy.getToken();
      }
      return fetch(API + path, { method: "POST", headers: headers, body: "{}", credentials: "same-origin" }).then(succeeded);
   }

   /** Turns a refusal into an error that says in words why. */
   function succeeded(response) {
      if (response.ok) {
         return response;
      }
      return response.text().then(function(text) {
         var problem = {};
         try {
            problem = JSON.parse(text);
         } catch (notJson) {
            // Something before the repository answered; it has no words for us.
         }
         throw new Error(problem.detail || "");
      });
   }

   /** Shows what came of a change. */
   function tell(widget, record, change, done, failed) {
      change.then(
         function() {
            Alfresco.util.PopupManager.displayMessage({ text: widget.msg(done, record.displayName) });
            YAHOO.Bubbling.fire("metadataRefresh", record);
         },
         function(error) {
            Alfresco.util.PopupManager.displayPrompt({
               text: widget.msg(failed, record.displayName, error.message || widget.msg("message.chancery.failed"))
            });
         }
      );
   }

   /** Declares the document as it is now: a change that comes between is not declared unseen. */
   function declare(id) {
      return fetch(API + "nodes/" + id, { headers: { Accept: "application/json" }, credentials: "same-origin" })
         .then(succeeded)
         .then(function(response) {
            return send("nodes/" + id + "/declare", { "If-Match": response.headers.get("ETag") });
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
         var change = send("intake/" + idOf(record) + "/retry", {});
         tell(this, record, change, "message.chancery.read.done", "message.chancery.read.failed");
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
                     tell(
                        widget,
                        record,
                        declare(idOf(record)),
                        "message.chancery.declare.done",
                        "message.chancery.declare.failed"
                     );
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
