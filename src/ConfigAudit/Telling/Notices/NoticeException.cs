using System;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Notices;

/// <summary>A notice couldn't be delivered. The message says to whom and why.</summary>
internal sealed class NoticeException : Exception
{
    public NoticeException(LocalText message, Exception? inner = null)
        : base(message.ToString(), inner) { }
}
