#include "ui/servers/sshasking.h"

#include "core/mailbox.h"
#include "ui/servers/sshquestiondialog.h"

#include <QApplication>

#include <mutex>
#include <utility>

using namespace Qt::StringLiterals;

struct SshAsking::Asked
{
    SshQuestion question;
    std::optional<Promise<Secret>> promise; // nothing: what is shown has become moot
    std::stop_token moot;
};

// What other threads may touch; the object takes itself out of it before it dies.
struct SshAsking::Channel
{
    std::mutex mutex;
    Mailbox<Asked> *mailbox = nullptr;

    bool put(Asked asked)
    {
        const std::lock_guard lock(mutex);
        if (mailbox)
            mailbox->put(std::move(asked));
        return mailbox != nullptr;
    }
};

struct SshAsking::Open
{
    Asked asked;
    QPointer<SshQuestionDialog> dialog;
    std::optional<std::stop_callback<std::function<void()>>> watch; // of `asked.moot`
};

SshAsking::SshAsking(QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_channel(std::make_shared<Channel>())
{
    m_channel->mailbox =
        new Mailbox<Asked>([this](std::vector<Asked> asked) { take(std::move(asked)); }, this);
}

SshAsking::~SshAsking()
{
    const std::lock_guard lock(m_channel->mutex);
    m_channel->mailbox = nullptr; // promises that are dropped answer no
}

SshAsker SshAsking::asker() const
{
    return [channel = m_channel](const SshQuestion &question, std::stop_token moot) {
        const Promise<Secret> promise;
        if (!channel->put({question, promise, std::move(moot)}))
            promise.fulfil(failure(Error::Kind::Cancelled, u"the window is closed"_s));
        return promise.pending();
    };
}

void SshAsking::take(std::vector<Asked> asked)
{
    for (Asked &one : asked) {
        if (one.promise)
            m_waiting.append(std::move(one));
    }
    if (m_open && m_open->asked.moot.stop_requested() && m_open->dialog)
        m_open->dialog->reject(); // nobody waits for the answer any more
    askNext();
}

void SshAsking::askNext()
{
    while (!m_open && !m_waiting.isEmpty()) {
        Asked next = m_waiting.takeFirst();
        if (next.moot.stop_requested())
            continue;
        // Above the dialog that made ssh ask, where there is one.
        QWidget *parent = QApplication::activeModalWidget();
        auto *dialog = new SshQuestionDialog(next.question, parent ? parent : m_window);
        m_open = std::make_unique<Open>();
        m_open->dialog = dialog;
        m_open->asked = std::move(next);
        connect(dialog, &SshQuestionDialog::answered, this, [this](const Secret &answer) {
            finish(answer);
        });
        connect(dialog, &QObject::destroyed, this, [this, dialog] { // with its parent, too
            if (m_open && (!m_open->dialog || m_open->dialog == dialog))
                finish(failure(Error::Kind::Cancelled, u"closed"_s));
        });
        connect(dialog, &QDialog::rejected, this, [this] {
            finish(failure(Error::Kind::Cancelled, u"declined"_s));
        });
        m_open->watch.emplace(
            m_open->asked.moot, [channel = m_channel] { (void)channel->put({}); });
        dialog->open();
    }
}

void SshAsking::finish(const Result<Secret> &answer)
{
    if (!m_open)
        return;
    const std::unique_ptr<Open> open = std::exchange(m_open, nullptr);
    if (open->asked.promise)
        open->asked.promise->fulfil(answer);
    QMetaObject::invokeMethod(this, &SshAsking::askNext, Qt::QueuedConnection);
}
