#pragma once

#include "modules/projects/project.hpp"

#include <boost/describe/class.hpp>

#include <string>

namespace projects
{

using AccessCodeId = base::Id<struct AccessCodeTag>;

/// What opens a project: of a gate, of an alarm. For the team; masked until it is asked for.
struct AccessCode {
    AccessCodeId id;
    ProjectId project_id;
    std::string label;       ///< « Portail nord »
    std::string sealed_code; ///< by the key of the installation, base64
    base::Instant written_at;
};
BOOST_DESCRIBE_STRUCT(AccessCode, (), (id, project_id, label, sealed_code, written_at))

/// One that somebody asked to see.
struct RevealedCode {
    std::string label;
    std::string code; ///< empty: it came from another installation, whose key is not here
};

/// The same without the code: what pages list.
struct AccessCodeLine {
    AccessCodeId id;
    std::string label;
};
BOOST_DESCRIBE_STRUCT(AccessCodeLine, (), (id, label))

} // namespace projects
