#pragma once

#include "kernel/files/intake.hpp"
#include "kernel/guard/call.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace files
{

/// What a form brought: the files of its field « files », and the uploads it names that are
/// finished.
std::vector<Offered> offered_by(guard::Call& call);
/// The same where photos are wanted: anything else is refused.
Intake only_photos(Intake intake);

/// What a form made with ui::photos_field says of a photo: at most 300 code points each.
struct Said {
    std::string caption;
    std::string alternative;
};
/// Of each file it offered, by where its bytes are: `caption_<upload>` of one sent ahead, the
/// `captions` of the others in their order.
using Sayings = std::map<std::filesystem::path, Said>;
Sayings said_of(const http::Request& request, const std::vector<Offered>& offered);
/// Attaches and describes.
void attach_described(tenancy::WorkspaceTransaction& tx, const Owner& owner, const Intake& intake,
                      const Sayings& said);

/// Why some were refused, one sentence each; empty when none was.
std::string refused_sentences(const Intake& intake);

} // namespace files
