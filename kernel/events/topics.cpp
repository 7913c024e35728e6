#include "kernel/events/topics.hpp"

#include "kernel/base/text.hpp"

#include <cstring>

namespace events
{
namespace
{

std::uint64_t new_epoch()
{
    std::uint64_t epoch = 0;
    const auto bytes = base::random_bytes(sizeof epoch);
    std::memcpy(&epoch, bytes.data(), sizeof epoch);
    return epoch;
}

} // namespace

std::string topic_of(tenancy::WorkspaceId workspace, std::string_view thing)
{
    return "w:" + workspace.text() + "/" + std::string{thing};
}

std::string topic_of(tenancy::PersonId person, std::string_view thing)
{
    return "p:" + person.text() + "/" + std::string{thing};
}

void touch(tenancy::WorkspaceTransaction& tx, std::string_view thing)
{
    tx.after_commit(
        [publication = Publication{topic_of(tx.workspace().id, thing), tx.origin().page_request}] {
            board().publish(publication);
        });
}

void touch_topic(db::Transaction& tx, std::string topic)
{
    tx.after_commit([topic = std::move(topic)] { board().publish({topic, {}}); });
}

Board::Board() : now_{.epoch = new_epoch(), .sequence = 0} {}

Moment Board::now() const
{
    const std::scoped_lock lock{mutex_};
    return now_;
}

Board::Since Board::since(std::string_view topic, const Moment& moment) const
{
    const std::scoped_lock lock{mutex_};
    const bool is_known = moment.epoch == now_.epoch && moment.sequence <= now_.sequence &&
                          now_.sequence - moment.sequence <= kept_.size();
    if (!is_known) return Since::Unknown;
    const auto last = last_.find(std::string{topic});
    return last != last_.end() && last->second > moment.sequence ? Since::Changed
                                                                 : Since::Unchanged;
}

void Board::publish(Publication publication)
{
    if (passing_) passing_(publication);
    receive(std::move(publication));
}

void Board::receive(Publication publication)
{
    keep(publication.topic);
    if (listener_) listener_(publication);
}

void Board::keep(const std::string& topic)
{
    const std::scoped_lock lock{mutex_};
    last_[topic] = ++now_.sequence;
    kept_.push_back(topic);
    if (kept_.size() <= publications_kept) return;
    const auto oldest = last_.find(kept_.front());
    if (oldest != last_.end() && oldest->second + publications_kept == now_.sequence)
        last_.erase(oldest);
    kept_.pop_front();
}

Board& board()
{
    static Board the_board;
    return the_board;
}

} // namespace events
