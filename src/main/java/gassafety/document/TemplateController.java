package gassafety.document;

import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 文书式样: the templates of official documents, to be looked at, downloaded and replaced. */
@Controller
@Reads(RecordKind.CASES)
class TemplateController {

    private final DocumentTemplates templates;

    TemplateController(DocumentTemplates templates) {
        this.templates = templates;
    }

    @GetMapping("/templates")
    String list(Caller caller, Model model) {
        model.addAttribute("kinds", DocumentKind.values());
        model.addAttribute("versions", templates.seenBy(caller));
        model.addAttribute("replacing", DocumentTemplates.mayReplace(caller));
        model.addAttribute("bureaus", templates.bureaus(caller));
        return "document/templates";
    }

    @PostMapping("/templates")
    String replace(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Caller caller,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response)
            throws IOException {
        try {
            String name = file == null ? null : file.getOriginalFilename();
            byte[] content = file == null ? new byte[0] : file.getBytes();
            templates.replace(caller, kind, office, name == null ? "" : name, content);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal);
            model.addAttribute("typedKind", kind);
            model.addAttribute("typedOffice", office);
            return list(caller, model);
        }
        redirect.addFlashAttribute("done", "文书式样已更换，以后出具的文书使用新式样");
        return "redirect:/templates";
    }

    @GetMapping("/templates/{id}.docx")
    ResponseEntity<byte[]> version(@PathVariable long id, Caller caller) {
        return WordDocument.answer("文书式样 " + id + ".docx", templates.file(id, caller));
    }

    /** The template that comes with the program: where an office begins its own. */
    @GetMapping("/templates/default/{kind}.docx")
    ResponseEntity<byte[]> brought(@PathVariable String kind) {
        DocumentKind known = Arrays.stream(DocumentKind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElseThrow(NotFound::new);
        return WordDocument.answer(
                known.getLabel() + "（默认式样）.docx", WordTemplate.brought(known).content());
    }
}
