import { escapeHtml } from '#kernel/html.ts'
import type { ConnectionId, WorkspaceId } from '#kernel/ids.ts'
import type { SiteLanguage } from './model.ts'

/** The chat of a site, and what it promises now. */
export type ChatOffer = { chat: ConnectionId; promise: string; online: boolean }

/** Campaigns come after the pages and say how a page speaks of the chat. */
export type OfferChat = (workspace: WorkspaceId, lang: SiteLanguage) => Promise<ChatOffer | undefined>

/** The way into the chat: a link that works without script; with it the chat opens in place. */
export const chatLink = ({ chat, promise, online }: ChatOffer, label: string): string =>
  `<div class="act"><a class="chat" href="/chat/${chat}" data-kith-open>${escapeHtml(label)}</a>
<p class="who"><span class="dot" data-on="${online}" aria-hidden="true"></span><span>${escapeHtml(promise)}</span></p></div>`

/** `campaign`: what the page is, or the code that led to it. */
export const chatScript = (
  offer: ChatOffer | undefined,
  { campaign, lang, label }: { campaign: string; lang: SiteLanguage; label: string },
): string =>
  offer
    ? `<script src="/widget/chat.js" data-chat="${offer.chat}" data-campaign="${escapeHtml(campaign)}" data-lang="${lang}" data-label="${escapeHtml(label)}" data-bubble="later" defer></script>\n`
    : ''
