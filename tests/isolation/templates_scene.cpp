#include "modules/templates/template_actions.hpp"
#include "modules/templates/template_forms.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using tenancy::WorkspaceTransaction;
using test_world::Typed;

/// An own one, saved twice: it has a version to come back to.
Subject a_template(Scene& scene)
{
    const auto id =
        scene.world.context(scene.workspace, scene.admin.actor).write([](WorkspaceTransaction& tx) {
            const auto made =
                templates::copy_template(tx, "premium", "Modèle " + std::string{isolation::marker});
            auto changed = templates::own_template(tx, made);
            changed.content.intro = "Bonjour {contact}";
            templates::save_template(tx, {.id = made,
                                          .name = changed.name,
                                          .content = changed.content,
                                          .seen_version = changed.version});
            return made;
        });
    return {.path = {{"template", id.text()}}};
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["template"] = a_template;
    all.subjects["ready_template"] = [](Scene&) {
        return Subject{.path = {{"style", "premium"}}, .shared = isolation::Shared::with_everybody};
    };
    all.examples["CopyTemplate"] = [](Scene&, const Subject&) {
        return Typed{{"from", "premium"}, {"name", "Le nôtre"}};
    };
    all.examples["ChooseTemplates"] = [](Scene&, const Subject&) {
        return Typed{{"quote", "classic"},
                     {"invoice", "premium"},
                     {"credit_note", "premium"},
                     {"letter", "classic"},
                     {"contract", "classic"}};
    };
    all.examples["RemoveTemplate"] = [](Scene&, const Subject&) { return Typed{{"version", "2"}}; };
    all.examples["RestoreTemplate"] = [](Scene&, const Subject&) {
        return Typed{{"version", "1"}};
    };
    all.examples["SaveTemplate"] = [](Scene&, const Subject&) {
        auto typed = templates::typed_of(templates::ready(templates::BaseStyle::classic));
        for (auto& [name, value] : typed)
            if (name == "version") value = "2";
        return Typed{typed.begin(), typed.end()};
    };
    return true;
}();

} // namespace
