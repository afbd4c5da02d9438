using System;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Notices;

/// <summary>A notice couldn't be delivered. The message says to whom and why.</summary>
internal sealed class NoticeException : Exception
{
    public NoticeException(string message, Exception? inner = null)
        : base(message, inner) { }

    public NoticeException(LocalText told, Exception? inner = null)
        : this(told.ToString(), inner) { }
}
