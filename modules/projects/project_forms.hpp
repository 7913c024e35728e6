#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/tenancy/actor.hpp"
#include "modules/projects/project.hpp"

#include <boost/describe/class.hpp>

#include <optional>

namespace projects
{

/// A project as the team types it.
struct SaveProject {
    forms::Text<2, 150> name;
    forms::Text<0, 200> address;
    forms::Text<0, 12> postal_code;
    forms::Text<0, 100> city;
    forms::LongText<0, 5000> description;
    bool is_archived = false;
    std::optional<forms::Number<1, 1'000'000'000>> version; ///< what the page showed
};
BOOST_DESCRIBE_STRUCT(SaveProject, (),
                      (name, address, postal_code, city, description, is_archived, version))

/// Which client sees which project; `back` says which of the two pages asked.
enum class AssignmentPage { project, client };
BOOST_DESCRIBE_ENUM(AssignmentPage, project, client)

struct AssignClient {
    ProjectId project;
    tenancy::ClientId client;
    AssignmentPage back = AssignmentPage::project;
};
BOOST_DESCRIBE_STRUCT(AssignClient, (), (project, client, back))

/// Puts the typed values over `project`; `now` dates an archiving.
Project applied(const SaveProject& typed, Project project, base::Instant now);

/// A project as a form that was not submitted yet.
forms::Form<SaveProject> form_of(const Project& project);

} // namespace projects
