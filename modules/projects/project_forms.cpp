#include "modules/projects/project_forms.hpp"

namespace projects
{

Project applied(const SaveProject& typed, Project project, base::Instant now)
{
    project.name = typed.name.value;
    project.address = typed.address.value;
    project.postal_code = typed.postal_code.value;
    project.city = typed.city.value;
    project.description = typed.description.value;
    if (!typed.is_archived)
        project.archived_at.reset();
    else if (!project.archived_at)
        project.archived_at = now;
    return project;
}

forms::Form<SaveProject> form_of(const Project& project)
{
    forms::Form<SaveProject> form;
    form.typed = {{"name", project.name},
                  {"address", project.address},
                  {"postal_code", project.postal_code},
                  {"city", project.city},
                  {"description", project.description},
                  {"is_archived", project.archived_at ? "on" : ""},
                  {"version", std::to_string(project.version)}};
    return form;
}

} // namespace projects
