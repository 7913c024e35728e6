#include "kernel/files/file_copy.hpp"

#include "kernel/files/file_store.hpp"
#include "kernel/files/media_jobs.hpp"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

namespace files
{

FileId copy_for(tenancy::WorkspaceTransaction& tx, const File& file, const Owner& owner)
{
    FileStore store{tx};
    auto copy = file;
    copy.id = tx.make_id<FileId>();
    copy.owner_kind = owner.kind;
    copy.owner_id = owner.id;
    copy.part_id = owner.part;
    copy.uploaded_by = tx.actor().membership;
    copy.uploaded_at = base::now();
    store.insert(copy);
    auto bytes = copy.state == State::refused ? 0 : copy.bytes;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Variant>>([&](auto one) {
        auto variant = store.find(file.id, one.value);
        if (!variant) return;
        variant->file_id = copy.id;
        store.insert(*variant);
        bytes += variant->bytes;
    });
    if (bytes > 0) store.take_room(bytes);
    if (copy.state == State::waiting)
        jobs::enqueue(tx, {.kind = judge_media_job, .payload = copy.id.text(), .dedupe = {}});
    return copy.id;
}

} // namespace files
