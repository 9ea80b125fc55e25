/**
 * What Chancery's actions do in Share's document library. They go through Share's proxy, with Share's session and
 * token; the repository decides whether somebody may.
 */
(function() {
   var API = "chancery/v1/";

   /** Properties in the library's lines whose values the model lists; the message bundle holds their labels. */
   var LISTED = ["cor_intakeState", "cor_source", "cor_status"];

   function idOf(record) {
      return new Alfresco.util.NodeRef(record.nodeRef).id;
   }

   function go(place) {
      window.location.href = Alfresco.constants.URL_PAGECONTEXT + "chancery#/" + place;
   }

   /** Sends a change with Share's token, read anew each time since every page of Share changes it. */
   function send(path, headers, body) {
      headers["Content-Type"] = "application/json";
      headers.Accept = "application/json";
      if (Alfresco.util.CSRFPolicy.isFilterEnabled()) {
         headers[Alfresco.util.CSRFPolicy.getHeader()] = Alfresco.util.CSRFPolicy.getToken();
      }
      return fetch(Alfresco.constants.PROXY_URI + path, {
         method: "POST",
         headers: headers,
         body: JSON.stringify(body || {}),
         credentials: "same-origin"
      }).then(succeeded);
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
         throw new Error(problem.detail || problem.message || "");
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
      return fetch(Alfresco.constants.PROXY_URI + API + "nodes/" + id, { headers: { Accept: "application/json" }, credentials: "same-origin" })
         .then(succeeded)
         .then(function(response) {
            return send(API + "nodes/" + id + "/declare", { "If-Match": response.headers.get("ETag") });
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

      /** Mail is read again by the desk, which shows that it waits; anything else by the repository's action. */
      onChanceryRead: function(record) {
         var change = record.jsNode.hasAspect("cor:received")
            ? send(API + "intake/" + idOf(record) + "/retry", {})
            : send("api/actionQueue", {}, { actionedUponNode: record.nodeRef, actionDefinitionName: "chancery-read" });
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

   /** Shows a listed value by its label in the model. */
   function listed(property) {
      return function(record, label) {
         var value = record.jsNode.properties[property];
         return value
            ? '<span class="item">' + label + Alfresco.util.encodeHTML(this.msg("value." + property + "." + value)) + "</span>"
            : "";
      };
   }

   LISTED.forEach(function(property) {
      YAHOO.Bubbling.fire("registerRenderer", { propertyName: property, renderer: listed(property) });
   });

   /** What not everybody may do at all: the capability, as the repository names it, and the actions that need it. */
   var FOR_SOME = { LOCK: ["chancery-lock", "chancery-unlock"], DECLARE: ["chancery-declare"] };

   function marker(capability) {
      return "chancery-may-" + capability.toLowerCase();
   }

   /**
    * Shows what not everybody may do to those who may. Share's own conditions know permissions on a node, which
    * an owner has; the capability comes from one's roles, and the repository tells it.
    */
   function offer(capabilities) {
      capabilities.forEach(function(capability) {
         document.documentElement.classList.add(marker(capability));
      });
   }

   var style = document.createElement("style");
   style.textContent = Object.keys(FOR_SOME)
      .map(function(capability) {
         return FOR_SOME[capability]
            .map(function(action) {
               return "html:not(." + marker(capability) + ") ." + action + " { display: none; }";
            })
            .join("\n");
      })
      .join("\n");
   document.head.appendChild(style);
   fetch(Alfresco.constants.PROXY_URI + API + "me", { headers: { Accept: "application/json" }, credentials: "same-origin" })
      .then(succeeded)
      .then(function(response) {
         return response.json();
      })
      .then(function(session) {
         offer(session.capabilities);
      })
      .catch(function(error) {
         Alfresco.logger.error("Chancery does not say what is allowed", error);
      });

   for (var name in ACTIONS) {
      YAHOO.Bubbling.fire("registerAction", { actionName: name, fn: ACTIONS[name] });
   }
})();
