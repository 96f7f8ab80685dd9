// Hands the forms of passkeys to the script that comes with allauth, and says on the page what the browser refuses.
(() => {
  "use strict";

  const form = document.querySelector("form[data-passkey]");
  const forms = window.allauth && window.allauth.webauthn && window.allauth.webauthn.forms;
  if (!form || !forms) return;

  const said = document.getElementById("passkey-said");
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    said.textContent = form.dataset.failed;
  });

  const button = form.querySelector("[data-passkey-button]").id;
  forms[form.dataset.passkey]({
    ids: {
      login: button,
      add: button,
      authenticate: button,
      credential: form.querySelector("input[name=credential]").id,
      passwordless: "id_passwordless",
    },
    data: form.dataset.options ? JSON.parse(form.dataset.options) : undefined,
  });
})();
