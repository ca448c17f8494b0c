import type { Thread } from './seed-thread';

/** What customers who write English talk about. */
export const ENGLISH: readonly Thread[] = [
  {
    opening: 'Hi, I was charged twice for order {order}. Can you check?',
    more: 'I still see both charges on my statement, and the shop says to ask you.',
    reply:
      'I can see both charges. One is a reservation that drops off by itself within two days; I have asked billing to speed it up.',
    answer: 'One of the two is gone now, thank you!',
    note: 'Second charge is an authorisation, reference A-{order}. Billing knows.',
  },
  {
    opening: 'Where is my parcel? Order {order} was promised for yesterday.',
    more: 'The tracking page has said “out for delivery” since 7 in the morning.',
    reply:
      'Sorry about the wait. The carrier had a breakdown in your area; it is on the van again and should arrive before 18:00 today.',
    answer: 'It has just arrived. Thanks for chasing it.',
  },
  {
    opening: "I can't log in any more. It says my code has expired, every single time.",
    more: 'Tried another browser, same thing.',
    reply:
      'The clock of your phone may be off by a few minutes, which makes every code look old. Could you set it to automatic and try once more?',
    answer: 'That was it! I am in.',
    note: 'Third one this week with a clock that is off. Worth a hint on the login page?',
  },
  {
    opening: 'Where can I download the invoice for {month}? My accountant needs it by Friday.',
    reply:
      'You find it under Account, Invoices. I have sent a copy to your e-mail address as well.',
    answer: 'Got it, perfect.',
  },
  {
    opening: 'The app closes as soon as I open the photo of my receipt.',
    more: 'Reinstalled it twice. It happens with every photo I took myself.',
    reply:
      'Thank you for trying that. Very large photos cause it; version 8.4.1 mends this and is in the store from today.',
    answer: 'Updated, and it works again.',
    note: 'Same crash as in the report about photos over 40 megapixels.',
  },
  {
    opening: 'Does the annual plan include the mobile app for my whole team?',
    more: 'We are 14 people, two of them part-time.',
    reply:
      'It does: up to 20 people at no extra cost, and you can move seats around whenever you like.',
    answer: 'Great, then we will switch at the end of the month.',
  },
  {
    opening: 'hello',
    more: 'Is anybody there? It is about a refund of {amount}.',
    reply: 'Hello! I am here now. Which order is the refund for?',
    answer: 'Order {order}, sent back nine days ago.',
  },
  {
    opening:
      'My refund of {amount} has not arrived. You wrote five working days and it has been eight.',
    reply:
      'You are right, and I am sorry. The bank sent it back because the account had been closed. Which account may we use instead?',
    answer: 'I have put my new account in the profile.',
    note: 'IBAN in the profile is checked. Refund can go out again.',
  },
  {
    opening: 'I ordered the blue one in size M and got the green one in size L. Order {order}.',
    more: 'I need it for a wedding on Saturday…',
    reply:
      'That should not happen. The right one leaves our warehouse today by express; keep the other until the courier collects it.',
    answer: 'You saved the day, thank you so much.',
  },
  {
    opening: 'Please change the delivery address of order {order}, we have moved.',
    reply: 'Done: it goes to the new address from your profile. Nothing else changes.',
    answer: 'Wonderful.',
  },
  {
    opening: 'Your checkout refuses my card, although the bank says nothing was declined.',
    more: 'Error 4012, if that helps.',
    reply:
      'It does, thank you: 4012 means the second step at your bank was not finished. Do you get a message on your phone when you pay?',
    answer: 'No, they still had my old number. Sorted out now.',
  },
  {
    opening: 'I would like to cancel my subscription before it renews on the 1st.',
    reply:
      'I have set it to end on the last day of this month. You keep everything until then, and may come back at any time.',
    answer: 'Thanks for making that easy.',
    note: 'Leaves because of the price. Offered nothing, as asked.',
  },
  {
    opening: 'The export of our reports has been running for two hours. Is something wrong?',
    more: 'It normally takes a minute. We have a board meeting this afternoon!',
    reply:
      'One of our export machines was stuck. I have started yours again on another one; it should be ready in two minutes.',
    answer: 'It is here. Phew.',
  },
  {
    opening: 'Got an e-mail that says I won a voucher from you. Is it real or is it phishing?',
    reply:
      'That one is not from us. Please do not click on anything in it; could you forward it to our security team?',
    answer: 'Forwarded. Glad I asked.',
    note: 'Passed on to security, same sender as last Tuesday.',
  },
  {
    opening: 'My loyalty points for order {order} are missing.',
    more: 'It should be 340 points, I have the receipt.',
    reply:
      'The points come once the return period is over. I have added them by hand now, so you can use them today.',
    answer: 'That is very kind!',
  },
  {
    opening: 'Half of the box was crushed and two glasses are broken 😕 What now?',
    more: 'Sending you photos in a second.',
    reply:
      'I am sorry to hear that. No need to send anything back: two new glasses are on their way.',
    answer: 'Thank you 🙏',
  },
];
