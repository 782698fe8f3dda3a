"""What the pages share: the frame, the view of a link, the elements that they are made of."""
