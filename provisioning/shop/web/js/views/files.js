import { address, postFile, remove, ShopError } from "../api.js";
import { busy, count, element, notice, problem } from "../dom.js";

const LIMIT_BYTES = 10 * 1024 * 1024;

/** Sends a file, such as a receipt or a photo of a damaged parcel. */
export async function files() {
  const input = element("input", { type: "file", required: true });
  const button = element("button", {}, "Upload");
  const result = element("div");
  const form = element("form", {
    class: "card",
    submit: (event) => {
      event.preventDefault();
      busy(button, async () => {
        try {
          result.replaceChildren(element("p", {}, "Uploading…", element("progress")));
          const upload = await send(input.files[0]);
          form.reset();
          result.replaceChildren(...sent(upload, result));
        } catch (error) {
          result.replaceChildren(problem(error));
        }
      });
    },
  }, element("h2", {}, "Send us a file"), result, element("label", {}, "Receipt, photo or document, up to 10 MB", input), button);
  return [
    element("h1", {}, "Files"),
    element("p", { class: "lead" }, "A receipt for your warranty, or a photo of what arrived broken: send it here, up to 10 MB."),
    form,
  ];
}

async function send(file) {
  if (file.size > LIMIT_BYTES) {
    throw new ShopError("This file is larger than 10 MB. Please send a smaller one.");
  }
  try {
    return await postFile("/api/uploads", file);
  } catch (error) {
    throw new ShopError(`Your file could not be uploaded. ${error.message}`, error.reference);
  }
}

function sent(upload, result) {
  const path = `/api/uploads/${upload.id}`;
  const button = element("button", {
    class: "plain", type: "button",
    click: () => busy(button, async () => {
      try {
        await remove(path);
        result.replaceChildren(notice(`${upload.name} was deleted.`));
      } catch (error) {
        result.replaceChildren(problem(error));
      }
    }),
  }, "Delete it again");
  return [
    notice(`${upload.name} arrived (${count(Math.ceil(upload.size / 1024))} KB).`),
    element("p", { class: "row middle" }, element("a", { href: address(path) }, "Download it"), button),
  ];
}
