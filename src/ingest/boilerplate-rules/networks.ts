/** Names of the places people share to, as one alternative for the patterns beside it. */

export const network =
  'facebook|twitter|x|google\\+?|linkedin|pinterest|reddit|whatsapp|telegram|tumblr|instagram|youtube|mastodon|bluesky|threads|flipboard|pocket|stumbleupon|digg|vk|viber|messenger';
