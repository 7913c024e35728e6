#include "kernel/files/paper_photo.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/files/file_store.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/files/storage.hpp"

#include <fstream>
#include <iterator>

namespace files
{
namespace
{

std::string bytes_of(const Blob& blob)
{
    try {
        const auto local = storage().fetch(blob);
        std::ifstream file{*local, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    } catch (const base::NotFound&) {
        return {};
    }
}

} // namespace

std::function<std::string()> paper_photo(tenancy::WorkspaceTransaction& tx, const File& file)
{
    if (file.state != State::ready || file.kind != Kind::image) return {};
    const auto copy = FileStore{tx}.find(file.id, Variant::medium);
    if (!copy) return {};
    const Blob blob{tx.workspace().id, copy->sha256};
    return [blob] { return bytes_of(blob); };
}

} // namespace files
