#pragma once

#include "kernel/base/refusal.hpp"
#include "kernel/files/content.hpp"
#include "kernel/files/uploads.hpp"
#include "kernel/http/message.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace files
{

/// A file somebody sends: the part of a form, or an upload that came in pieces.
struct Offered {
    std::string name;
    std::filesystem::path content;
    std::int64_t bytes = 0;
    UploadId upload; ///< when it came in pieces
};

struct Taken {
    std::string name;
    Content content;
    std::filesystem::path path; ///< where the bytes are until `keep`
    std::int64_t bytes = 0;
    std::string sha256;
    UploadId upload;
};
struct Turned {
    std::string name;
    std::string reason; ///< translation key, with the parameter {value}
    std::string value;
};

/// What became of the files of one form: each is taken or refused by itself.
struct Intake {
    std::vector<Taken> taken;
    std::vector<Turned> refused;

    bool empty() const { return taken.empty() && refused.empty(); }
};

/// « journal.exe » : ce fichier est un programme.
std::string sentence(const Turned& refused);

/// Judges what was sent, one file after the other. Outside any transaction: it reads files.
Intake take_in(const tenancy::Context& context, const std::vector<Offered>& offered,
               std::size_t count_max = Limits{}.count);
/// Stores the bytes of what was taken: after the form was found right, before its transaction. What
/// no transaction attaches then is waste, never a leak. Throws std::system_error for a full disk.
void keep(tenancy::WorkspaceId workspace, const Intake& intake);
/// For a form that is shown again: what it brought is judged, and what is taken becomes finished
/// uploads of the actor, so that nobody chooses twice. Those the form named already stay. Each one
/// taken has its `upload`, which the form names; one that cannot be held is refused.
Intake hold(tenancy::Context& context, const std::vector<Offered>& offered,
            std::size_t count_max = Limits{}.count);
/// The files of a form's field.
std::vector<Offered> offered_in(const http::Request& request, std::string_view field);

/// Makes what was taken in the files of an object; refused ones leave their name and the reason.
/// Images and videos wait for the media worker. Throws base::Refusal « files.refusal.quota » when
/// others filled the workspace meanwhile.
std::vector<FileId> attach(tenancy::WorkspaceTransaction& tx, const Owner& owner,
                           const Intake& intake);

} // namespace files
